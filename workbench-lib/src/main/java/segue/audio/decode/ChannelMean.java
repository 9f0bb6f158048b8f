package segue.audio.decode;

import static org.bytedeco.ffmpeg.global.avutil.av_get_bytes_per_sample;
import static org.bytedeco.ffmpeg.global.avutil.av_get_packed_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import java.lang.foreign.MemorySegment;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Pointer;

/**
 * Decoded samples of any kind and any number of channels as one channel: the mean of all channels with equal weights, as
 * librosa's {@code to_mono}. Samples that are not finite, or beyond {@link AudioStream#LARGEST_SAMPLE}, become 0.
 */
final class ChannelMean {
    private static final int LARGEST = Float.floatToRawIntBits(AudioStream.LARGEST_SAMPLE);

    private final SampleReader reader = new SampleReader();
    private float[] mean = new float[4_096];
    private float[] plane = new float[0];
    private long notFinite;

    /** Takes a frame over into {@link #samples}; returns how many samples it has. */
    int take(AVFrame frame) {
        int length = frame.nb_samples();
        int channels = frame.ch_layout().nb_channels();
        int packed = av_get_packed_sample_fmt(frame.format());
        int bytes = av_get_bytes_per_sample(packed);
        if (length > mean.length) {
            mean = new float[length];
        }
        if (channels == 1) {
            reader.read(plane(frame, 0, (long) length * bytes), packed, length, mean);
        } else if (av_sample_fmt_is_planar(frame.format()) == 1) {
            meanOfPlanes(frame, packed, (long) length * bytes, channels, length);
        } else {
            meanOfInterleaved(frame, packed, bytes, channels, length);
        }
        dropNotFinite(length);
        return length;
    }

    /** The samples of the last frame, at the beginning of the array. */
    float[] samples() {
        return mean;
    }

    /** Samples so far that were no numbers, or too large for sound. */
    long notFinite() {
        return notFinite;
    }

    private void meanOfPlanes(AVFrame frame, int packed, long bytes, int channels, int length) {
        needPlane(length);
        reader.read(plane(frame, 0, bytes), packed, length, mean);
        for (int channel = 1; channel < channels; channel++) {
            reader.read(plane(frame, channel, bytes), packed, length, plane);
            for (int i = 0; i < length; i++) {
                mean[i] += plane[i];
            }
        }
        for (int i = 0; i < length; i++) {
            mean[i] /= channels;
        }
    }

    private void meanOfInterleaved(AVFrame frame, int packed, int bytes, int channels, int length) {
        int count = Math.multiplyExact(length, channels);
        needPlane(count);
        reader.read(plane(frame, 0, (long) count * bytes), packed, count, plane);
        for (int i = 0; i < length; i++) {
            float sum = 0;
            for (int at = i * channels, end = at + channels; at < end; at++) {
                sum += plane[at];
            }
            mean[i] = sum / channels;
        }
    }

    private void needPlane(int length) {
        if (length > plane.length) {
            plane = new float[length];
        }
    }

    private void dropNotFinite(int length) {
        int largest = 0;
        for (int i = 0; i < length; i++) {
            largest = Math.max(largest, Float.floatToRawIntBits(mean[i]) & Integer.MAX_VALUE);
        }
        if (largest > LARGEST) {
            for (int i = 0; i < length; i++) {
                if (!(Math.abs(mean[i]) <= AudioStream.LARGEST_SAMPLE)) {
                    mean[i] = 0;
                    notFinite++;
                }
            }
        }
    }

    /** FFmpeg says where, and the frame how much. */
    @SuppressWarnings("restricted")
    private static MemorySegment plane(AVFrame frame, int channel, long bytes) {
        Pointer data = frame.extended_data(channel);
        return MemorySegment.ofAddress(data.address()).reinterpret(bytes);
    }
}
