package segue.page.music;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import segue.page.jobs.HeavyWork;
import segue.page.server.Clients;
import segue.page.server.Endpoints;
import segue.page.server.Workers;
import segue.recommend.Recommender;

/** What the page does with sound: plays the recordings of a folder, and listens to those that are sent to it. */
public final class MusicRoom implements AutoCloseable {
    private final PrivateFolder folder;
    private final Optional<MusicFolder> music;
    private final List<Endpoints> endpoints = new ArrayList<>();

    private MusicRoom(
            Recommender recommender, Optional<MusicFolder> music, Workers workers, Clients clients, HeavyWork work) {
        this.music = music;
        this.folder = PrivateFolder.create();
        music.ifPresent(found -> endpoints.add(
                new AudioEndpoints(recommender.catalog(), found, new DecodedCopies(folder, workers), clients)));
        endpoints.add(new UploadEndpoints(recommender, folder, work, clients));
    }

    /**
     * Begins to find out which song is which file.
     *
     * @param music folder of recordings; empty where none are played
     * @throws IllegalArgumentException if that is no folder
     * @throws java.io.UncheckedIOException if there can be no folder for uploads
     */
    public static MusicRoom open(
            Recommender recommender, Optional<Path> music, Workers workers, Clients clients, HeavyWork work) {
        return new MusicRoom(
                recommender, music.map(path -> MusicFolder.open(path, recommender.catalog())), workers, clients, work);
    }

    public List<Endpoints> endpoints() {
        return List.copyOf(endpoints);
    }

    /** Tells in a sentence what was found in the folder, once it is known; nothing where there is no folder. */
    public void whenMatched(Consumer<String> told) {
        music.ifPresent(folder -> folder.match().thenAccept(match -> told.accept(match.toString())));
    }

    /** Where uploads and copies lie for a moment. */
    public Path temporaryFolder() {
        return folder.path();
    }

    @Override
    public void close() {
        music.ifPresent(MusicFolder::close);
        folder.close();
    }
}
