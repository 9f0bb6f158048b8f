package segue.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import segue.catalog.Catalog;
import segue.page.Page;
import segue.page.PageOptions;

/** {@code ./segue page}: the live page, until it is stopped. */
@Command(
        name = "page",
        description = "Show recommendations in the browser, until stopped with Ctrl-C.",
        mixinStandardHelpOptions = true)
final class PageCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "" + PageOptions.DEFAULT_PORT,
            paramLabel = "PORT",
            description = "port to listen on, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            paramLabel = "HOST",
            description = "address to listen on (default: ${DEFAULT-VALUE}, this machine only)")
    private String host;

    @Option(names = "--catalog", paramLabel = "FILE", description = CatalogSource.DESCRIPTION)
    private Path file;

    @Override
    public Integer call() throws Exception {
        PageOptions options = PageOptions.defaults().withHost(host).withPort(port);
        System.err.println("segue: loading the songs …");
        Catalog catalog = CatalogSource.open(file);
        Page page = Page.start(catalog, options);
        System.err.println("segue: " + catalog);
        System.err.println("segue: stop with Ctrl-C");
        System.out.println(page.url());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(page::close));
        page.join();
        return 0;
    }
}
