package segue.page.music;

/** Why an uploaded recording has no neighbours, in words for who sent it. */
final class UploadFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code for programs: {@code not_audio}
     * @param sentence for people
     */
    UploadFailure(String code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
