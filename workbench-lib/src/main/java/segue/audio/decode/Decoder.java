package segue.audio.decode;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Packets made frames of samples. Owns its codec and its frame, and the demuxer it draws from. */
final class Decoder implements AutoCloseable {
    private final Demuxer demuxer;
    private final AVCodecContext codec;
    private final AVFrame frame = av_frame_alloc();
    private int damagedPackets;
    private boolean lastIsDamaged;
    private boolean drained;

    /** @throws AudioException saying why it cannot be decoded, or may not */
    static Decoder open(Path file) {
        Demuxer demuxer = Demuxer.open(file);
        AVCodecContext codec = null;
        boolean opened = false;
        try {
            demuxer.requireUnprotected();
            AVCodecParameters parameters = demuxer.sound().codecpar();
            AVCodec kind = avcodec_find_decoder(parameters.codec_id());
            if (kind == null) {
                throw new AudioException(
                        file,
                        "its sound is of the kind '%s', which cannot be decoded here"
                                .formatted(
                                        avcodec_get_name(parameters.codec_id()).getString()));
            }
            codec = avcodec_alloc_context3(kind);
            codec.thread_count(1);
            codec.pkt_timebase(demuxer.sound().time_base());
            if (avcodec_parameters_to_context(codec, parameters) < 0
                    || avcodec_open2(codec, kind, (AVDictionary) null) < 0) {
                throw new AudioException(file, "is damaged: how its sound was coded is described wrongly");
            }
            opened = true;
            return new Decoder(demuxer, codec);
        } finally {
            if (!opened) {
                if (codec != null) {
                    avcodec_free_context(codec);
                }
                demuxer.close();
            }
        }
    }

    private Decoder(Demuxer demuxer, AVCodecContext codec) {
        this.demuxer = demuxer;
        this.codec = codec;
    }

    /** The next samples, valid until the next call; null at the end. */
    AVFrame next() {
        while (true) {
            int received = avcodec_receive_frame(codec, frame);
            if (received >= 0) {
                return frame;
            }
            if (drained) {
                return null;
            }
            if (received != AVERROR_EAGAIN()) {
                damaged();
            }
            AVPacket packet = demuxer.next();
            drained = packet == null;
            lastIsDamaged &= drained;
            if (avcodec_send_packet(codec, packet) < 0 && !drained) {
                damaged();
            }
        }
    }

    private void damaged() {
        damagedPackets++;
        lastIsDamaged = true;
    }

    /** Whether the last packet so far could not be decoded: at the end, the file was cut in the midst of it. */
    boolean lastIsDamaged() {
        return lastIsDamaged;
    }

    /** Packets that could not be decoded so far; what they held is missing. */
    int damagedPackets() {
        return damagedPackets;
    }

    Demuxer demuxer() {
        return demuxer;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(codec);
        demuxer.close();
    }
}
