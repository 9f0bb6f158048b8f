package segue.feedback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import segue.feedback.sql.Database;

/** All that is stored under one listener's id, at one moment. */
record PersonalData(
        Listener listener,
        List<GivenRating> ratings,
        List<TypedSearch> searches,
        List<Play> plays,
        List<Trial> trials,
        Optional<Subscription> subscription,
        List<MadeDigest> digests) {
    private static final int FORMAT = 1;
    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    static PersonalData of(Database database, Listener listener) {
        return database.read(connection -> new PersonalData(
                listener,
                Rows.list(connection, Ratings::read, Ratings.OF_LISTENER, listener.id()),
                Rows.list(
                        connection,
                        row -> new TypedSearch(row.getString("typed"), Instant.ofEpochMilli(row.getLong("at_millis"))),
                        "SELECT typed, at_millis FROM search WHERE listener = ? ORDER BY id",
                        listener.id()),
                Rows.list(
                        connection,
                        row -> new Play(row.getString("song"), Instant.ofEpochMilli(row.getLong("at_millis"))),
                        "SELECT song, at_millis FROM play WHERE listener = ? ORDER BY id",
                        listener.id()),
                Rows.list(connection, Trials::read, Trials.OF_LISTENER, listener.id()),
                Subscriptions.find(connection, "listener", listener.id()),
                DigestLog.last(connection, listener, Integer.MAX_VALUE).reversed()));
    }

    void write(OutputStream out, Instant now) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("exported", now.toString());
            json.writeStringField("listener", listener.id());
            json.writeArrayFieldStart("ratings");
            for (GivenRating given : ratings) {
                write(json, given);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("searches");
            for (TypedSearch search : searches) {
                write(json, "typed", search.typed(), search.at());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("plays");
            for (Play play : plays) {
                write(json, "song", play.song(), play.at());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("trials");
            for (Trial trial : trials) {
                write(json, trial);
            }
            json.writeEndArray();
            if (subscription.isPresent()) {
                json.writeObjectFieldStart("subscription");
                json.writeStringField("address", subscription.get().address().value());
                json.writeStringField("since", subscription.get().since().toString());
                json.writeEndObject();
            }
            json.writeArrayFieldStart("digests");
            for (MadeDigest digest : digests) {
                write(json, digest);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, GivenRating given) throws IOException {
        Rating rating = given.rating();
        json.writeStartObject();
        json.writeStringField("at", given.at().toString());
        json.writeStringField("askedSong", rating.askedSong());
        json.writeStringField("song", rating.song());
        json.writeStringField("method", rating.method());
        json.writeStringField("opinion", rating.opinion().kind().name());
        writeScore(json, "score", rating.opinion().score());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String what, String text, Instant at) throws IOException {
        json.writeStartObject();
        json.writeStringField("at", at.toString());
        json.writeStringField(what, text);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Trial trial) throws IOException {
        json.writeStartObject();
        json.writeStringField("shown", trial.shown().toString());
        json.writeStringField("askedSong", trial.askedSong());
        // Who has not answered yet is not told, or the trial would be blind no longer.
        if (trial.answer().isPresent()) {
            json.writeStringField("leftMethod", trial.leftMethod());
            json.writeStringField("rightMethod", trial.rightMethod());
            TrialAnswer answer = trial.answer().get();
            json.writeStringField("preferred", answer.preferred().name());
            writeScore(json, "leftScore", answer.leftScore());
            writeScore(json, "rightScore", answer.rightScore());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, MadeDigest digest) throws IOException {
        json.writeStartObject();
        json.writeStringField("week", digest.week().toString());
        json.writeStringField("at", digest.at().toString());
        json.writeBooleanField("sent", digest.sent());
        json.writeArrayFieldStart("songs");
        for (String song : digest.songs()) {
            json.writeString(song);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeScore(JsonGenerator json, String name, OptionalInt score) throws IOException {
        if (score.isPresent()) {
            json.writeNumberField(name, score.getAsInt());
        }
    }
}
