package segue.audio.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_NONE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_ENCRYPTION_INFO;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.SizeTPointer;

/** A file taken apart into packets of its one sound. Owns the file and the packet until it is closed. */
final class Demuxer implements AutoCloseable {
    /** Those that hold recordings: no playlists, which name other files, no pictures, no subtitles. */
    private static final String FORMATS =
            "aac,ac3,aiff,amr,ape,asf,au,avi,caf,dsf,dts,eac3,flac,flv,iff,matroska,webm,mov,"
                    + "mp4,m4a,3gp,3g2,mj2,mp3,mpc,mpc8,mpeg,mpegts,ogg,rm,tak,tta,voc,w64,wav,wv,xwma";
    /** A WAV file may hold something else than samples; FFmpeg looks for it in half a megabyte unless told otherwise. */
    private static final String PACKETS_PROBED = "1";

    private final Path file;
    private final AVFormatContext format = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private AVStream sound;
    private int index;

    /** @throws AudioException saying why, where it holds no sound */
    static Demuxer open(Path file) {
        Demuxer demuxer = new Demuxer(file);
        boolean opened = false;
        try {
            demuxer.openFile();
            demuxer.chooseSound();
            opened = true;
            return demuxer;
        } finally {
            if (!opened) {
                demuxer.close();
            }
        }
    }

    private Demuxer(Path file) {
        this.file = file;
    }

    private void openFile() {
        AVDictionary options = new AVDictionary(null);
        try (NativePath path = NativePath.of(file)) {
            av_dict_set(options, "format_whitelist", FORMATS, 0);
            av_dict_set(options, "protocol_whitelist", "file", 0);
            av_dict_set(options, "max_probe_packets", PACKETS_PROBED, 0);
            // Frees the context where it fails.
            if (avformat_open_input(format, path.url(), null, options) < 0) {
                throw new AudioException(file, FileKind.of(file).reasonAgainst());
            }
        } finally {
            av_dict_free(options);
        }
    }

    private void chooseSound() {
        findSound();
        if (sound == null || sound.codecpar().codec_id() == AV_CODEC_ID_NONE) {
            // Some formats say what they hold only in their packets.
            avformat_find_stream_info(format, (AVDictionary) null);
            findSound();
        }
        if (sound == null) {
            throw new AudioException(file, hasPictures() ? "is a video without sound" : "holds no sound");
        }
        for (int i = 0; i < format.nb_streams(); i++) {
            if (i != index) {
                format.streams(i).discard(AVDISCARD_ALL);
            }
        }
    }

    private void findSound() {
        for (int i = 0; i < format.nb_streams() && sound == null; i++) {
            AVStream stream = format.streams(i);
            if (stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO) {
                sound = stream;
                index = i;
            }
        }
    }

    private boolean hasPictures() {
        for (int i = 0; i < format.nb_streams(); i++) {
            if (format.streams(i).codecpar().codec_type() == AVMEDIA_TYPE_VIDEO) {
                return true;
            }
        }
        return false;
    }

    /** @throws AudioException if the sound is marked as encrypted */
    void requireUnprotected() {
        if (Protection.marks(sound.codecpar().codec_tag())
                || av_dict_get(format.metadata(), "ASF_Protection_Type", null, 0) != null) {
            throw new AudioException(file, Protection.REASON);
        }
    }

    AVStream sound() {
        return sound;
    }

    /** FFmpeg's name of the kind of file. */
    String container() {
        return format.iformat().name().getString();
    }

    /** How long the file itself says that it is; empty where it does not say. */
    OptionalDouble declaredSeconds() {
        AVRational unit = sound.time_base();
        long duration = sound.duration();
        return duration == AV_NOPTS_VALUE || duration <= 0 || unit.den() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) duration * unit.num() / unit.den());
    }

    /** As declared, or else judged from the size of the file and its first packets. */
    OptionalDouble estimatedSeconds() {
        OptionalDouble declared = declaredSeconds();
        if (declared.isPresent()) {
            return declared;
        }
        avformat_find_stream_info(format, (AVDictionary) null);
        long duration = format.duration();
        return duration == AV_NOPTS_VALUE || duration <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) duration / AV_TIME_BASE);
    }

    /** What the file says about itself under a name of FFmpeg's, as bytes in any encoding; null where it says nothing. */
    byte[] tag(String name) {
        AVDictionaryEntry entry = av_dict_get(format.metadata(), name, null, 0);
        if (entry == null) {
            entry = av_dict_get(sound.metadata(), name, null, 0);
        }
        return entry == null ? null : entry.value().getStringBytes();
    }

    /** The next packet of the sound, valid until the next call; null at the end of what can be read. */
    AVPacket next() {
        while (true) {
            av_packet_unref(packet);
            if (av_read_frame(format, packet) < 0) {
                return null;
            }
            if (packet.stream_index() == index) {
                if (packet.side_data_elems() > 0 && isEncrypted()) {
                    throw new AudioException(file, Protection.REASON);
                }
                return packet;
            }
        }
    }

    private boolean isEncrypted() {
        return av_packet_get_side_data(packet, AV_PKT_DATA_ENCRYPTION_INFO, (SizeTPointer) null) != null;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avformat_close_input(format);
    }
}
