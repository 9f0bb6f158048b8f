package segue.catalog;

/** Numbers as song tables write them: plain decimals, with or without exponent. No hexadecimal, no suffixes, no words. */
final class NumberText {
    private static final int MAX_LENGTH = 64;

    private NumberText() {}

    /** Whether the field says in words that there is no value. */
    static boolean isMissing(String field) {
        return field.isEmpty()
                || field.length() <= 4
                        && !Character.isDigit(field.charAt(0))
                        && (field.equalsIgnoreCase("nan")
                                || field.equalsIgnoreCase("na")
                                || field.equalsIgnoreCase("n/a")
                                || field.equalsIgnoreCase("null")
                                || field.equalsIgnoreCase("none"));
    }

    /** The value, or NaN where the field is no finite number. */
    static double parse(String field) {
        int length = field.length();
        if (length == 0 || length > MAX_LENGTH) {
            return Double.NaN;
        }
        for (int i = 0; i < length; i++) {
            char c = field.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            double value = Double.parseDouble(field);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The whole number ({@code 66} or {@code 66.0}), or null. */
    static Integer parseWhole(String field) {
        double value = parse(field);
        return value == (int) value ? Integer.valueOf((int) value) : null;
    }
}
