package segue.audio.decode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A recording that is decoded as it is read: one channel, at the rate that was asked for. */
public final class AudioStream implements AutoCloseable {
    private final int sampleRateHz;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVCodecContext codec;
    private final int stream;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final Path file;
    private boolean ended;

    private AudioStream(Path file, int sampleRateHz) {
        this.file = file;
        this.sampleRateHz = sampleRateHz;
        if (avformat_open_input(format, file.toString(), null, null) < 0) {
            throw new AudioException(file, "no recording that can be read");
        }
        avformat_find_stream_info(format, (AVDictionary) null);
        stream = av_find_best_stream(format, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        if (stream < 0) {
            throw new AudioException(file, "there is no sound in it");
        }
        AVCodecParameters parameters = format.streams(stream).codecpar();
        AVCodec decoder = avcodec_find_decoder(parameters.codec_id());
        codec = avcodec_alloc_context3(decoder);
        avcodec_parameters_to_context(codec, parameters);
        codec.thread_count(1);
        if (avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
            throw new AudioException(file, "its sound cannot be decoded");
        }
    }

    /** @throws AudioException if it cannot be read */
    public static AudioStream open(Path file, int sampleRateHz) {
        av_log_set_level(AV_LOG_QUIET);
        return new AudioStream(file, sampleRateHz);
    }

    /** The next samples; empty at the end. */
    public float[] read() {
        while (true) {
            if (avcodec_receive_frame(codec, frame) >= 0) {
                return convert(frame);
            }
            if (ended) {
                return new float[0];
            }
            if (av_read_frame(format, packet) < 0) {
                avcodec_send_packet(codec, null);
                ended = true;
            } else {
                if (packet.stream_index() == stream) {
                    avcodec_send_packet(codec, packet);
                }
                av_packet_unref(packet);
            }
        }
    }

    /** All samples that are left. */
    public float[] readAll() {
        float[] all = new float[1 << 16];
        int count = 0;
        for (float[] next = read(); next.length > 0; next = read()) {
            if (count + next.length > all.length) {
                all = Arrays.copyOf(all, Math.max(2 * all.length, count + next.length));
            }
            System.arraycopy(next, 0, all, count, next.length);
            count += next.length;
        }
        return Arrays.copyOf(all, count);
    }

    private float[] convert(AVFrame decoded) {
        if (decoded.sample_rate() != sampleRateHz) {
            throw new AudioException(
                    file, "expected %d Hz but found %d Hz".formatted(sampleRateHz, decoded.sample_rate()));
        }
        int channels = decoded.ch_layout().nb_channels();
        float[] samples = new float[decoded.nb_samples()];
        if (decoded.format() == AV_SAMPLE_FMT_S16) {
            ShortBuffer values = decoded.data(0)
                    .capacity(2L * channels * samples.length)
                    .asByteBuffer()
                    .order(ByteOrder.nativeOrder())
                    .asShortBuffer();
            for (int i = 0; i < samples.length * channels; i++) {
                samples[i / channels] += values.get(i) / 32768f / channels;
            }
        } else if (decoded.format() == AV_SAMPLE_FMT_FLTP) {
            for (int channel = 0; channel < channels; channel++) {
                FloatBuffer values = decoded.data(channel)
                        .capacity(4L * samples.length)
                        .asByteBuffer()
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
                for (int i = 0; i < samples.length; i++) {
                    samples[i] += values.get(i) / channels;
                }
            }
        } else {
            throw new AudioException(file, "samples of format " + decoded.format() + " are not read");
        }
        return samples;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(codec);
        avformat_close_input(format);
    }
}
