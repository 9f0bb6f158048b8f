package segue.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import segue.catalog.Catalog;
import segue.files.WholeFile;
import segue.spotify.SongList;
import segue.spotify.SpotifySong;

/** What of an account's songs the catalogue has: in a few lines, or each song in a file. */
final class MatchText {
    private static final int NAMED = 3;

    private MatchText() {}

    static void tell(SongList list, SongList.Matched matched) {
        AnswerText.tell("%s: of %,d songs %,d are in the catalogue (%,d by id, %,d by ISRC, %,d by name)%s"
                .formatted(
                        list.name(),
                        list.songs().size(),
                        matched.rows().length,
                        matched.count(SongList.By.ID),
                        matched.count(SongList.By.ISRC),
                        matched.count(SongList.By.NAME),
                        matched.report().repeated() == 0
                                ? ""
                                : ", %,d stand there again"
                                        .formatted(matched.report().repeated())));
        list.notes().forEach(AnswerText::tell);
        if (!matched.missing().isEmpty()) {
            AnswerText.tell("%,d are not: %s".formatted(matched.missing().size(), names(matched.missing())));
        }
    }

    private static String names(List<SpotifySong> songs) {
        return String.join(
                        ", ",
                        songs.stream()
                                .limit(NAMED)
                                .map(song -> SongFinder.shown(song.toString()))
                                .toList())
                + (songs.size() > NAMED ? ", …" : "");
    }

    /** {@code read = kept + repeated + missing}, every song by name. */
    static Map<String, Object> json(SongList list, SongList.Matched matched, Catalog catalog) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("list", list.name());
        json.put("catalog", catalog.toString());
        json.put("read", list.songs().size());
        json.put("kept", matched.rows().length);
        for (SongList.By by : SongList.By.values()) {
            String name = by.name().toLowerCase(Locale.ROOT);
            json.put("by" + Character.toUpperCase(name.charAt(0)) + name.substring(1), matched.count(by));
        }
        json.put("repeated", matched.report().repeated());
        json.put("missing", matched.missing().size());
        json.put("notes", list.notes());
        json.put(
                "songs",
                matched.recognised().stream().map(one -> song(one, catalog)).toList());
        json.put("missingSongs", matched.missing().stream().map(MatchText::song).toList());
        return json;
    }

    static void write(Path file, Map<String, Object> report) throws IOException {
        WholeFile.write(file, part -> Files.write(part, List.of(Json.of(report)), StandardCharsets.UTF_8));
    }

    private static Map<String, Object> song(SongList.Recognised one, Catalog catalog) {
        Map<String, Object> json = song(one.song());
        json.put("by", one.by().name().toLowerCase(Locale.ROOT));
        json.put("catalogId", catalog.track(one.row()).id());
        json.put("catalogSong", catalog.track(one.row()).toString());
        return json;
    }

    private static Map<String, Object> song(SpotifySong song) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("song", song.toString());
        json.put("id", song.id());
        song.isrc().ifPresent(isrc -> json.put("isrc", isrc));
        return json;
    }
}
