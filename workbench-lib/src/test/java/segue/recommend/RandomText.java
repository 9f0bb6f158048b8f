package segue.recommend;

import java.util.SplittableRandom;

/** Text of the kind that breaks searches: every script, marks, emoji, spaces, controls and halves of surrogate pairs. */
final class RandomText {
    private static final String COMMON =
            "aeinrst AEIO  '’´!$&+-./()0189éøßÆİıς\u0301\u0306\uFE0Fий東京がビ한\t\n\u0000\u2028";

    private RandomText() {}

    static String of(SplittableRandom random, int maxLength) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(maxLength + 1); left > 0; left--) {
            switch (random.nextInt(8)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(random.nextInt(0x110000));
                default -> text.append(COMMON.charAt(random.nextInt(COMMON.length())));
            }
        }
        return text.toString();
    }
}
