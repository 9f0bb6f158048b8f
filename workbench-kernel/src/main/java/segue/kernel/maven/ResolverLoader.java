package segue.kernel.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads the resolver and its libraries from {@code lib/maven} beside the kernel's jar, where no cell sees them. Where that
 * folder is missing, as in the kernel's own tests, they are taken from the class path.
 */
public final class ResolverLoader extends URLClassLoader {
    private static final String OWN_PACKAGE = "segue.kernel.maven.mima.";
    private static ArtifactResolver resolver;

    static {
        registerAsParallelCapable();
    }

    private ResolverLoader(URL[] urls) {
        super("maven", urls, ResolverLoader.class.getClassLoader());
    }

    /** The one resolver of this process, made at the first call. */
    public static synchronized ArtifactResolver resolver() {
        if (resolver == null) {
            try {
                resolver = (ArtifactResolver) new ResolverLoader(urls())
                        .loadClass(OWN_PACKAGE + "MimaResolver")
                        .getConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException | LinkageError e) {
                throw new IllegalStateException(
                        "Maven's resolver could not be loaded from lib/maven beside the kernel's jar: build Segue again",
                        e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return resolver;
    }

    /** The resolver's own classes come from here even though the class path has them too: they need what is here. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN_PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    private static URL[] urls() throws IOException {
        Path kernel = location();
        List<URL> urls = new ArrayList<>(List.of(kernel.toUri().toURL()));
        Path folder = kernel.resolveSibling("maven");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
                for (Path jar : jars) {
                    urls.add(jar.toUri().toURL());
                }
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static Path location() throws MalformedURLException {
        URL location =
                ResolverLoader.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException e) {
            throw new MalformedURLException("the kernel does not stand in a file: " + location);
        }
    }
}
