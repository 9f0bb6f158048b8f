/**
 * The names by which notebooks written for IJava speak to their kernel, led to this one.
 *
 * <p>Such notebooks register renderers and magics, as in
 *
 * <pre>{@code
 * IJava.getKernelInstance().getRenderer().createRegistration(Figure.class).preferring(MIMEType.TEXT_HTML)
 *     .register((figure, context) -> context.renderIfRequested(MIMEType.TEXT_HTML, figure::asJavascript));
 * }</pre>
 *
 * <p>What is here is what notebooks were found to use; the rest of IJava is not. New notebooks need none of it.
 */
package io.github.spencerpark.ijava;
