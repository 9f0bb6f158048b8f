package segue.jobs;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * By which a job is asked for. Nobody can guess it (128 random bits), so whoever knows it may see and cancel the job.
 *
 * @param text 22 letters, digits, {@code -} and {@code _}
 */
public record JobId(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public JobId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a job's id is 22 letters, digits, - and _");
        }
    }

    public static JobId random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new JobId(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    @Override
    public String toString() {
        return text;
    }
}
