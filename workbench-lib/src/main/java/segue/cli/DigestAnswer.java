package segue.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import segue.digest.Digest;
import segue.digest.DigestOutcome;
import segue.digest.DigestPlace;
import segue.digest.DigestSection;
import segue.feedback.EmailAddress;
import segue.recommend.Recommendation;

/** What {@code ./segue digest} did, told to people or programs; addresses stand in it in part only, since logs are kept. */
record DigestAnswer(DigestPlace place, boolean dry, List<DigestOutcome> outcomes) {
    void print() {
        for (DigestOutcome outcome : outcomes) {
            String who = outcome.address()
                    .map(EmailAddress::masked)
                    .orElseGet(() -> outcome.listener().toString());
            switch (outcome.state()) {
                case SENT -> System.out.println(outcome.sentence());
                case READY -> {
                    AnswerText.tell(who + " " + outcome.sentence());
                    outcome.text().ifPresent(System.out::println);
                }
                case ALREADY -> AnswerText.tell(who + " " + outcome.sentence() + hint());
                case NOTHING -> AnswerText.tell(who + " " + outcome.sentence());
                case FAILED -> AnswerText.tell(who + ": " + outcome.sentence() + "; the next run tries again");
                case UNCERTAIN ->
                    AnswerText.tell(who + ": " + outcome.sentence() + "; it is not tried again this week");
            }
        }
    }

    private String hint() {
        return place instanceof DigestPlace.InFile ? "; --again makes it once more" : "";
    }

    Map<String, Object> json(double loadSeconds, double seconds) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", "digest");
        json.put("to", place.toString());
        json.put("dryRun", dry);
        json.put("loadSeconds", loadSeconds);
        json.put("seconds", Math.max(0, Math.round(seconds * 1e6) / 1e6));
        json.put("digests", outcomes.stream().map(DigestAnswer::json).toList());
        return json;
    }

    private static Map<String, Object> json(DigestOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("listener", outcome.listener().toString());
        outcome.address().ifPresent(address -> json.put("address", address.masked()));
        json.put("outcome", outcome.state().name().toLowerCase(Locale.ROOT));
        json.put("message", outcome.sentence());
        outcome.digest().ifPresent(digest -> {
            json.put("week", digest.week().toString());
            json.put("songs", songs(digest));
        });
        return json;
    }

    private static List<Map<String, Object>> songs(Digest digest) {
        List<Map<String, Object>> songs = new ArrayList<>();
        for (DigestSection section : digest.sections()) {
            for (Recommendation song : section.songs()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("id", song.track().id());
                one.put("name", song.track().name());
                one.put("artists", song.track().artists());
                one.put("because", section.heading());
                one.put("like", song.seed().id());
                one.put("why", song.why(false));
                songs.add(one);
            }
        }
        return songs;
    }
}
