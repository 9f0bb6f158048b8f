package segue.page.server;

/** An answer that is an error: a status, a code for programs, and two sentences for people. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String hint;

    public ApiError(int status, String code, String message, String hint) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.hint = hint;
    }

    static ApiError badParameter(String message, String hint) {
        return new ApiError(400, "bad_parameter", message, hint);
    }

    /** What is said of a defect of ours. */
    public static ApiError fault() {
        return new ApiError(
                500,
                "failed",
                "The page failed at this request; that is a fault of the page.",
                "The log has the details.");
    }

    public int status() {
        return status;
    }

    public Body body() {
        return new Body(new Body.Details(code, getMessage(), hint));
    }

    /** What is sent: {@code {"error": {"code", "message", "hint"}}}. */
    public record Body(Details error) {
        public record Details(String code, String message, String hint) {}
    }
}
