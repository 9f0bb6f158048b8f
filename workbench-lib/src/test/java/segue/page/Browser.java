package segue.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with a fresh profile. */
public final class Browser {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_MILLIS = 8_000;

    private static Browser shared;

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** Why no browser can be started here; empty where one can. */
    private static Optional<String> unavailableReason() {
        if (binary().isEmpty()) {
            return Optional.of(
                    "no Chromium on PATH (chromium, chromium-browser, google-chrome) and CHROMIUM is not set");
        }
        return chromedriver().isEmpty() ? Optional.of("no chromedriver on PATH") : Optional.empty();
    }

    private static Optional<Path> binary() {
        String named = System.getenv("CHROMIUM");
        return named != null ? Optional.of(Path.of(named)) : onPath("chromium", "chromium-browser", "google-chrome");
    }

    private static Optional<Path> chromedriver() {
        return onPath("chromedriver");
    }

    private static Optional<Path> onPath(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The browser of this test run: starting one takes seconds, so all tests use the same. Skips the tests, and says why,
     * where there is none.
     */
    public static synchronized Browser sharedOrSkip(String tests) throws IOException {
        String reason = unavailableReason().orElse(null);
        if (reason != null) {
            System.err.println("Skipped: " + tests + ", since there is " + reason + ".");
        }
        assumeTrue(reason == null, reason);
        if (shared == null) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "close-browser"));
        }
        return shared;
    }

    private static Browser start() throws IOException {
        Path profile = Files.createTempDirectory("segue-browser");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable("browser", Level.ALL);
        logs.enable("performance", Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(binary().orElseThrow().toString())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--autoplay-policy=no-user-gesture-required",
                        "--mute-audio",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver().orElseThrow().toFile())
                .build();
        return new Browser(new ChromeDriver(service, options), profile);
    }

    public void open(String url) {
        driver.get(url);
    }

    /** Forgets what pages have stored, goes back to a light desktop, and empties the logs. */
    public void reset(String url) {
        driver.get(url);
        script("localStorage.clear()");
        screen(1280, 900);
        media("prefers-color-scheme", "light");
        driver.manage().logs().get("browser");
        driver.manage().logs().get("performance");
    }

    public void screen(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    /** Pretends that the person's system prefers this, and nothing else. */
    public void media(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    public Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** The texts of all elements that can be seen, in one round trip. */
    public List<String> texts(String css) {
        List<?> texts = (List<?>) script(
                "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility()).map((e) => e.innerText.trim())",
                css);
        return texts.stream().map(String.class::cast).toList();
    }

    /** The text of the first element that can be seen; empty where there is none. */
    public String text(String css) {
        return texts(css).stream().findFirst().orElse("");
    }

    public void type(String css, CharSequence... keys) {
        find(css).sendKeys(keys);
    }

    /** Presses keys wherever the focus is. */
    public void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Looks into a frame of the page, until another page is opened. */
    public void enterFrame(String css) {
        driver.switchTo().frame(find(css));
    }

    /** Moves the mouse to a pixel of the page. */
    public void pointAt(double x, double y) {
        new Actions(driver)
                .moveToLocation((int) Math.round(x), (int) Math.round(y))
                .perform();
    }

    public void clickAt(double x, double y) {
        pointAt(x, y);
        new Actions(driver).click().perform();
    }

    /** Drags along whole pixels of the page, from the first to the last, while {@code held} are held. */
    public void drag(double[][] pixels, Keys... held) {
        Actions actions = new Actions(driver, Duration.ofMillis(20));
        for (Keys key : held) {
            actions.keyDown(key);
        }
        actions.moveToLocation((int) pixels[0][0], (int) pixels[0][1]).clickAndHold();
        for (double[] pixel : pixels) {
            actions.moveToLocation((int) pixel[0], (int) pixel[1]);
        }
        actions.release();
        for (Keys key : held) {
            actions.keyUp(key);
        }
        actions.perform();
    }

    public void wheel(double x, double y, int pixels) {
        new Actions(driver)
                .scrollFromOrigin(
                        WheelInput.ScrollOrigin.fromViewport((int) Math.round(x), (int) Math.round(y)), 0, pixels)
                .perform();
    }

    public String focused() {
        return driver.switchTo().activeElement().getDomAttribute("id");
    }

    public void back() {
        driver.navigate().back();
    }

    public void reload() {
        driver.navigate().refresh();
    }

    public String address() {
        return driver.getCurrentUrl();
    }

    public String title() {
        return driver.getTitle();
    }

    /**
     * Keeps a picture of the whole page, however long, at {@code target/screenshots/NAME.png}.
     *
     * @param name what is seen, the theme and the width: {@code results-dark-360}
     */
    public void screenshot(String name) throws IOException {
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Path file = Path.of("target", "screenshots", name + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
    }

    /** Waits until {@code condition} holds; fails with {@code what} after a while. */
    public void until(String what, BooleanSupplier condition) {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!holds(condition)) {
            assertThat(System.currentTimeMillis())
                    .as("%s; the page shows:%n%s", what, text("body"))
                    .isLessThan(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (StaleElementReferenceException redrawn) {
            return false;
        }
    }

    /** Goes back to the first tab, and closes those that a page has opened. */
    public void closeOtherTabs() {
        String first = driver.getWindowHandles().iterator().next();
        for (String tab : driver.getWindowHandles()) {
            if (!tab.equals(first)) {
                driver.switchTo().window(tab).close();
            }
        }
        driver.switchTo().window(first);
    }

    /** Lets no request to these addresses out, {@code https://elsewhere.example/*}; with none, all again. */
    public void block(String... addresses) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    /** Errors and warnings of the console since the last call. */
    public List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Every address that a page has asked for since the last call. */
    public List<String> requestedAddresses() throws IOException {
        List<String> addresses = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get("performance")) {
            JsonNode message = JSON.readTree(entry.getMessage()).get("message");
            if (message.get("method").asText().equals("Network.requestWillBeSent")) {
                addresses.add(message.at("/params/request/url").asText());
            }
        }
        return addresses;
    }

    private void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("The browser's profile stays at " + profile + ": " + e.getMessage());
        }
    }
}
