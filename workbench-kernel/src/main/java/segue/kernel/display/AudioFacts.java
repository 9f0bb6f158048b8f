package segue.kernel.display;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the first bytes of a recording say about it.
 *
 * @param seconds 0 where it is not known
 * @param sampleRateHz 0 where it is not known
 * @param channels 0 where it is not known
 */
record AudioFacts(String mimeType, long bytes, double seconds, int sampleRateHz, int channels) {

    /** @throws IllegalArgumentException if it is no recording that browsers play */
    static AudioFacts of(byte[] bytes, String name) {
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (has(data, 0, "RIFF") && has(data, 8, "WAVE")) {
            return wav(data, name);
        }
        if (has(data, 0, "fLaC") && bytes.length >= 26) {
            return flac(data);
        }
        if (has(data, 0, "OggS")) {
            return ogg(data);
        }
        String type = "";
        if (has(data, 0, "ID3") || syncWord(data, 0xe0) && !syncWord(data, 0xf6, 0xf0)) {
            type = "audio/mpeg";
        } else if (syncWord(data, 0xf6, 0xf0)) {
            type = "audio/aac";
        } else if (has(data, 4, "ftyp")) {
            type = "audio/mp4";
        } else if (has(data, 0, "\u001aE\u00df\u00a3")) {
            type = "audio/webm";
        }
        if (type.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " is no recording that a browser plays: it is none of WAV, MP3, Ogg, FLAC, M4A, AAC, WebM");
        }
        return new AudioFacts(type, bytes.length, 0, 0, 0);
    }

    private static AudioFacts wav(ByteBuffer data, String name) {
        int rate = 0;
        int channels = 0;
        int frameBytes = 0;
        long at = 12;
        while (at + 8 <= data.limit()) {
            long size = Integer.toUnsignedLong(data.getInt((int) at + 4));
            if (has(data, (int) at, "fmt ") && at + 24 <= data.limit()) {
                channels = data.getShort((int) at + 10);
                rate = data.getInt((int) at + 12);
                frameBytes = data.getShort((int) at + 20);
            } else if (has(data, (int) at, "data") && rate > 0 && frameBytes > 0) {
                long present = Math.min(size, data.limit() - at - 8);
                return new AudioFacts("audio/wav", data.limit(), (double) present / frameBytes / rate, rate, channels);
            }
            at += 8 + size + size % 2;
        }
        throw new IllegalArgumentException(name + " begins like a WAV file but holds no sound: it is cut short");
    }

    private static AudioFacts flac(ByteBuffer data) {
        data.order(ByteOrder.BIG_ENDIAN);
        long packed = data.getLong(18);
        int rate = (int) (packed >>> 44);
        int channels = (int) (packed >>> 41 & 7) + 1;
        long samples = packed & 0xf_ffff_ffffL;
        return new AudioFacts("audio/flac", data.limit(), rate == 0 ? 0 : (double) samples / rate, rate, channels);
    }

    /** The first page tells the rate, the last one the number of samples. */
    private static AudioFacts ogg(ByteBuffer data) {
        int rate = 0;
        int channels = 0;
        int packet = 27 + (data.limit() > 26 ? data.get(26) & 0xff : 0);
        if (has(data, packet + 1, "vorbis") && packet + 16 <= data.limit()) {
            channels = data.get(packet + 11);
            rate = data.getInt(packet + 12);
        } else if (has(data, packet, "OpusHead") && packet + 10 <= data.limit()) {
            channels = data.get(packet + 9);
            rate = 48_000;
        }
        int last = data.limit() - 27;
        while (last > 0 && !has(data, last, "OggS")) {
            last--;
        }
        double seconds = rate > 0 && last > 0 ? (double) data.getLong(last + 6) / rate : 0;
        return new AudioFacts("audio/ogg", data.limit(), Math.max(0, seconds), rate, channels);
    }

    private static boolean syncWord(ByteBuffer data, int second) {
        return syncWord(data, second, second);
    }

    private static boolean syncWord(ByteBuffer data, int mask, int second) {
        return data.limit() > 3 && (data.get(0) & 0xff) == 0xff && (data.get(1) & mask) == second;
    }

    private static boolean has(ByteBuffer data, int at, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= data.limit() || data.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@code ["3.2 s", "22,050 Hz", "mono"]}; its type and size where it does not say as much. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        if (sampleRateHz == 0) {
            words.add(mimeType.substring(mimeType.indexOf('/') + 1));
            words.add(String.format(Locale.ROOT, "%.1f MB", bytes / 1e6));
            return words;
        }
        words.add(String.format(Locale.ROOT, "%.1f s", seconds));
        words.add(String.format(Locale.ROOT, "%,d Hz", sampleRateHz));
        words.add(channels == 1 ? "mono" : channels == 2 ? "stereo" : channels + " channels");
        return words;
    }
}
