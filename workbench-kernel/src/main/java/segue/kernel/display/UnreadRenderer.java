package segue.kernel.display;

import java.util.stream.BaseStream;

/** What can be read once is not read to be shown. */
@SuppressWarnings("rawtypes")
final class UnreadRenderer implements Renderer<BaseStream> {
    @Override
    public Class<BaseStream> type() {
        return BaseStream.class;
    }

    @Override
    public MimeBundle render(BaseStream stream) {
        return MimeBundle.text("a stream, left unread since it can be read only once; to see what it gives, end it with"
                + (stream instanceof java.util.stream.Stream ? " .toList()" : " .boxed().toList() or .toArray()")
                + ", with .limit(20) before that if it may have no end");
    }
}
