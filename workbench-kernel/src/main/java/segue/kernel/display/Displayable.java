package segue.kernel.display;

/** A value that knows the forms in which it is shown. */
public interface Displayable {
    MimeBundle bundle();
}
