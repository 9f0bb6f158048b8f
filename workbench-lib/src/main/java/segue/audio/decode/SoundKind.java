package segue.audio.decode;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;

import java.nio.file.Path;
import java.util.OptionalDouble;

/**
 * How the sound of a file is kept, told from its content, by FFmpeg's names.
 *
 * @param container {@code mp3}, {@code ogg}, {@code wav}, {@code mov,mp4,m4a,3gp,3g2,mj2} and so on
 * @param codec {@code mp3}, {@code vorbis}, {@code pcm_s16le}, {@code aac}, {@code alac} and so on
 * @param declaredSeconds how long the file says that it is; empty where it does not say
 */
public record SoundKind(String container, String codec, OptionalDouble declaredSeconds) {
    /**
     * Looks at the beginning of a file, without decoding any sound: 0.1 to 0.5 ms.
     *
     * @throws AudioException saying why the file is no recording, or one that is protected
     * @throws UnsupportedOperationException where nothing can be decoded, see {@link AudioSupport}
     */
    public static SoundKind of(Path file) {
        AudioSupport.require();
        RecordingFile.require(file);
        // FFmpeg goes by the name where a file is too small to tell.
        FileKind kind = FileKind.of(file);
        if (kind.isCertain()) {
            throw new AudioException(file, kind.reasonAgainst());
        }
        try (Demuxer demuxer = Demuxer.open(file)) {
            demuxer.requireUnprotected();
            return new SoundKind(
                    demuxer.container(),
                    avcodec_get_name(demuxer.sound().codecpar().codec_id()).getString(),
                    demuxer.declaredSeconds());
        }
    }
}
