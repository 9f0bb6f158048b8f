package segue.page;

/** An answer that is an error: a status, a code for programs, and two sentences for people. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String hint;

    ApiError(int status, String code, String message, String hint) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.hint = hint;
    }

    static ApiError badParameter(String message, String hint) {
        return new ApiError(400, "bad_parameter", message, hint);
    }

    int status() {
        return status;
    }

    Body body() {
        return new Body(new Body.Details(code, getMessage(), hint));
    }

    /** What is sent: {@code {"error": {"code", "message", "hint"}}}. */
    record Body(Details error) {
        record Details(String code, String message, String hint) {}
    }
}
