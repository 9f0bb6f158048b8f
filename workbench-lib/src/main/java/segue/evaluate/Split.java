package segue.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;

/**
 * What may be learnt from, and the questions that are asked of it. Seeded; the training side is a value of its own that holds
 * nothing of the answers. To choose between variants, split the training's playlists once more, and leave the questions of the
 * outer split for the end.
 *
 * @param training what may be known
 * @param questions playlists to continue
 * @param cold songs that stand in no playlist of the training, though in one of the whole
 */
public record Split(Training training, List<HeldOut> questions, BitSet cold) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    public Split {
        questions = List.copyOf(questions);
        cold = (BitSet) cold.clone();
    }

    /**
     * Holds back a share of the songs of every playlist, rounded, at least one; of a list of one song nothing. Genres are not in
     * the training: a label may come from the very entry that is held back.
     *
     * @param share in (0, 1)
     */
    public static Split ofEntries(Catalog songs, Playlists playlists, double share, long seed) {
        requireShare(share);
        List<Playlist> shown = new ArrayList<>();
        List<HeldOut> questions = new ArrayList<>();
        for (int list = 0; list < playlists.size(); list++) {
            Playlist whole = playlists.lists().get(list);
            int held = whole.size() < 2 ? 0 : Math.clamp(Math.round(share * whole.size()), 1, whole.size() - 1);
            BitSet back = chosen(whole.size(), held, new SplittableRandom(seed + GOLDEN * (list + 1)));
            int[] seeds = pick(whole, back, false);
            shown.add(whole.withSongs(seeds));
            if (held > 0) {
                questions.add(new HeldOut(list, seeds, pick(whole, back, true)));
            }
        }
        Playlists visible = new Playlists(playlists.songs(), shown);
        Training training = new Training(songs, visible, SongLabels.none(songs.size()));
        return new Split(training, questions, cold(playlists, visible));
    }

    /**
     * Holds back a share of the songs, from every playlist they stand in: the questions are about songs never seen in training.
     * Songs that stand in no playlist are drawn too, so that the share holds for any catalogue.
     *
     * @param genres of the songs; the training has those of the songs that are not held back
     * @param share in (0, 1)
     */
    public static Split ofSongs(Catalog songs, Playlists playlists, SongLabels genres, double share, long seed) {
        return ofSongs(new EvaluationData(songs, playlists, genres, SongLabels.none(songs.size())), share, seed);
    }

    /** The same with finer labels, of the songs that are not held back. */
    static Split ofSongs(EvaluationData data, double share, long seed) {
        requireShare(share);
        Catalog songs = data.songs();
        Playlists playlists = data.playlists();
        int held = (int) Math.round(share * songs.size());
        BitSet back = chosen(songs.size(), held, new SplittableRandom(seed));
        List<Playlist> shown = new ArrayList<>();
        List<HeldOut> questions = new ArrayList<>();
        for (int list = 0; list < playlists.size(); list++) {
            Playlist whole = playlists.lists().get(list);
            int[] seeds =
                    IntStream.of(whole.songs()).filter(row -> !back.get(row)).toArray();
            int[] hidden = IntStream.of(whole.songs()).filter(back::get).toArray();
            shown.add(whole.withSongs(seeds));
            if (seeds.length > 0 && hidden.length > 0) {
                questions.add(new HeldOut(list, seeds, hidden));
            }
        }
        Playlists visible = new Playlists(playlists.songs(), shown);
        IntPredicate known = row -> !back.get(row);
        return new Split(
                new Training(
                        songs,
                        visible,
                        data.genres().only(known),
                        data.subgenres().only(known),
                        data.artistTags()),
                questions,
                back);
    }

    private static void requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("the share held back must be in (0, 1) but was " + share);
        }
    }

    /** So many of the numbers below {@code size}, by the first steps of a shuffle. */
    private static BitSet chosen(int size, int count, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        BitSet chosen = new BitSet(size);
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(size - i);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
            chosen.set(order[i]);
        }
        return chosen;
    }

    private static int[] pick(Playlist list, BitSet back, boolean held) {
        return IntStream.range(0, list.size())
                .filter(i -> back.get(i) == held)
                .map(i -> list.songs()[i])
                .toArray();
    }

    private static BitSet cold(Playlists whole, Playlists visible) {
        int[] all = whole.counts();
        int[] seen = visible.counts();
        BitSet cold = new BitSet(all.length);
        IntStream.range(0, all.length)
                .filter(row -> all[row] > 0 && seen[row] == 0)
                .forEach(cold::set);
        return cold;
    }

    /** The questions that are left when only some of the songs held back count; playlists without any are left out. */
    List<HeldOut> about(boolean coldSongs) {
        return questions.stream()
                .map(question -> new HeldOut(
                        question.list(),
                        question.seeds(),
                        Arrays.stream(question.songs())
                                .filter(row -> cold.get(row) == coldSongs)
                                .toArray()))
                .filter(question -> question.songs().length > 0)
                .toList();
    }
}
