package segue.page.opinions;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.page.server.ApiError;
import segue.page.server.Clients;
import segue.page.server.Query;
import segue.page.server.Workers;
import segue.page.songs.SongMethod;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;
import segue.recommend.Request;

/** Two methods to be compared, and what each recommends for a song. */
final class BlindLists {
    static final int SONGS = 5;

    private final Recommender recommender;
    private final Tastes tastes;
    private final Workers workers;
    private final Clients clients;
    private final List<SongMethod> usual;

    BlindLists(Recommender recommender, Tastes tastes, Workers workers, Clients clients) {
        this.recommender = recommender;
        this.tastes = tastes;
        this.workers = workers;
        this.clients = clients;
        SongMethod first = SongMethod.of(Request.of(0), recommender.space(), SongMethod.Weights.NONE);
        // Few, so that each pair is judged often enough to say something.
        this.usual = List.of(first, first.with(Metric.MANHATTAN), first.with(Metric.COSINE), first.withVariety(3));
    }

    /** Two methods, and the songs of each by its name. */
    record Pair(SongMethod one, SongMethod other, Map<String, List<SongLine>> songs) {}

    /**
     * Draws who competes, where that was not said, so that the two do not recommend the same.
     *
     * @param a name of a method; empty for any
     * @param b name of another; empty for any
     * @throws ApiError 400, if there is no such method; 409, if it cannot be used yet or both recommend the same songs
     */
    Pair draw(Context ctx, int row, Optional<String> a, Optional<String> b) {
        Optional<SongMethod> one = a.map(name -> named("a", name));
        Optional<SongMethod> other = b.map(name -> named("b", name));
        if (one.isPresent() && one.equals(other)) {
            throw Bodies.wrong(
                    "a and b are the same method, %s.".formatted(one.get().name()), "A comparison needs two.");
        }
        List<SongMethod> competing = new ArrayList<>(usual);
        if (one.isEmpty() || other.isEmpty()) {
            if (Tastes.notYet(tastes.taste(ctx, SongMethod.Weights.MINE), SongMethod.Weights.MINE)
                    .isEmpty()) {
                competing.add(usual.getFirst().with(SongMethod.Weights.MINE));
            }
        }
        Collections.shuffle(competing, ThreadLocalRandom.current());
        List<SongMethod> ones = one.map(List::of).orElse(competing);
        List<SongMethod> others = other.map(List::of).orElse(competing);
        Map<SongMethod, Recommender> by = new LinkedHashMap<>();
        ones.forEach(method -> by.computeIfAbsent(method, wanted -> recommender(ctx, wanted)));
        others.forEach(method -> by.computeIfAbsent(method, wanted -> recommender(ctx, wanted)));
        return workers.answer(clients.of(ctx), () -> firstDifferent(row, ones, others, by));
    }

    private Pair firstDifferent(
            int row, List<SongMethod> ones, List<SongMethod> others, Map<SongMethod, Recommender> by) {
        Map<String, List<SongLine>> songs = new LinkedHashMap<>();
        for (SongMethod one : ones) {
            for (SongMethod other : others) {
                if (!one.equals(other)) {
                    List<SongLine> some = songs.computeIfAbsent(one.name(), _ -> songs(by.get(one), one, row));
                    List<SongLine> rest = songs.computeIfAbsent(other.name(), _ -> songs(by.get(other), other, row));
                    if (!new HashSet<>(some).equals(new HashSet<>(rest))) {
                        return new Pair(one, other, songs);
                    }
                }
            }
        }
        throw new ApiError(
                409,
                "same_songs",
                "Both methods recommend the same songs for this one.",
                "Choose another song, or other methods.");
    }

    private static List<SongLine> songs(Recommender recommender, SongMethod method, int row) {
        Request request = method.applyTo(Request.of(row).withN(SONGS).withBackend(Backend.AUTO.resolve()));
        return recommender.recommend(request).stream()
                .map(Recommendation::track)
                .map(SongLine::of)
                .toList();
    }

    private Recommender recommender(Context ctx, SongMethod method) {
        return method.weights() == SongMethod.Weights.NONE ? recommender : tastes.of(ctx, method.weights());
    }

    private SongMethod named(String parameter, String name) {
        SongMethod method;
        try {
            method = SongMethod.parse(name);
        } catch (IllegalArgumentException unknown) {
            throw Bodies.wrong(
                    "There is no method %s to compare.".formatted(Query.shown(name)),
                    "%s is such as %s; leave it out for any."
                            .formatted(
                                    parameter,
                                    String.join(
                                            ", ",
                                            usual.stream().map(SongMethod::name).toList())));
        }
        boolean here = method.space().equals(usual.getFirst().space()) || method.weights() != SongMethod.Weights.NONE;
        if (!here) {
            throw Bodies.wrong(
                    "This page does not recommend by %s.".formatted(name),
                    "Leave %s out for any.".formatted(parameter));
        }
        return method;
    }
}
