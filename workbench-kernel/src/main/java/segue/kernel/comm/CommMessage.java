package segue.kernel.comm;

import java.util.List;
import java.util.Map;

/**
 * What a front end sent through a comm.
 *
 * @param data JSON as maps, lists, strings, numbers and booleans
 * @param buffers bytes that came beside it, such as an array of a widget
 */
public record CommMessage(Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {}
