package segue.spotify.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.spotify.SpotifySong;

/**
 * Whose account the sample is: somebody who likes classical music, rap and metal. Of their songs most are in the catalogue; of
 * some the account has another release, and some are nowhere else.
 */
final class SampleListener {
    private static final int ANOTHER_RELEASE = 9;
    private static final int RENUMBERED = 14;
    private static final int DEFAULT_MILLIS = 200_000;
    private static final List<String> NOWHERE_ELSE = List.of(
            "The Paper Lanterns – Harbour Lights",
            "Mira Solvang – Quarter Past Never",
            "Dunes & Daughters – Glass Orchard",
            "Oto Berek – Slow Tram Home",
            "The Paper Lanterns – Second Weather",
            "Lena Farrow – Kitchen Radio",
            "Tall Grass Choir – Nine Blue Doors",
            "Mira Solvang – Salt on the Stairs");

    private final Random random = new Random(7);
    private final Catalog catalog;
    private final List<AccountSong> songs = new ArrayList<>();

    private SampleListener(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The service has the songs of a catalogue, and few others. */
    static AccountData account(Catalog catalog) {
        return new SampleListener(catalog).drawn();
    }

    private AccountData drawn() {
        IntStream.range(0, catalog.size())
                .mapToObj(row -> song(catalog.track(row), row))
                .forEach(songs::add);
        List<Integer> classical = some("classical", 48);
        List<Integer> rap = some("rap", 33);
        List<Integer> metal = some("metal", 24);
        List<String> liked = new ArrayList<>(Stream.of(classical, rap, metal)
                .flatMap(List::stream)
                .map(this::asLiked)
                .toList());
        List<String> elsewhere = elsewhere();
        liked.addAll(elsewhere);
        Collections.shuffle(liked, random);
        return new AccountData(
                "segue-listener",
                "Segue Listener",
                songs,
                liked,
                ids(rap.subList(0, 20), classical.subList(0, 12)),
                List.of(
                        new AccountList(
                                "dSaUlSKQbWBUGycMNfVF8Y",
                                "Sunday, slowly",
                                "segue-listener",
                                ids(classical.subList(10, 30), List.of())),
                        new AccountList(
                                "4i4GhnNTK4Gw8vJNkoK9VF",
                                "A friend's list",
                                "somebody-else",
                                elsewhere.subList(0, 3))));
    }

    /** Songs of a genre, and any songs where it has too few. */
    private List<Integer> some(String genre, int count) {
        List<Integer> rows = rows(genre);
        if (rows.size() < count) {
            rows.addAll(rows(""));
        }
        return rows.stream().distinct().limit(count).toList();
    }

    private List<Integer> rows(String genre) {
        List<Integer> rows = new ArrayList<>(IntStream.range(0, catalog.size())
                .filter(row ->
                        genre.isEmpty() || catalog.track(row).genres().stream().anyMatch(label -> label.equals(genre)))
                .filter(row -> catalog.track(row).sameRecordingAs().isEmpty())
                .boxed()
                .toList());
        Collections.shuffle(rows, random);
        return rows;
    }

    private List<String> ids(List<Integer> some, List<Integer> others) {
        return Stream.concat(some.stream(), others.stream())
                .map(row -> songs.get(row).id())
                .toList();
    }

    /** Most songs under the id that the catalogue has; of some another release, which has its ISRC or only its name. */
    private String asLiked(int row) {
        AccountSong song = songs.get(row);
        if (row % ANOTHER_RELEASE == 0) {
            return another(song, song.name() + " (Deluxe Edition)", song.isrc());
        }
        return row % RENUMBERED == 0 ? another(song, song.name(), isrc(songs.size())) : song.id();
    }

    private String another(AccountSong song, String name, String isrc) {
        String id = "1Other" + song.id().substring(6);
        songs.add(new AccountSong(id, name, song.artist(), "Again", isrc, song.durationMillis()));
        return id;
    }

    private List<String> elsewhere() {
        List<String> ids = new ArrayList<>();
        for (String name : NOWHERE_ELSE) {
            String[] sides = name.split(" – ");
            String id = "2Elsewhere%012d".formatted(ids.size());
            songs.add(new AccountSong(id, sides[1], sides[0], "Invented", isrc(songs.size()), DEFAULT_MILLIS));
            ids.add(id);
        }
        return ids;
    }

    private static AccountSong song(Track track, int row) {
        return new AccountSong(
                SpotifySong.isId(track.id()) ? track.id() : "3Numbered%013d".formatted(row),
                track.name(),
                String.join(", ", track.artists()),
                "Invented",
                isrc(row),
                track.durationMillis().orElse(DEFAULT_MILLIS));
    }

    private static String isrc(int number) {
        return "XXSGE26%05d".formatted(number);
    }
}
