package segue.neighbors.gpu;

import java.util.Optional;

/** Whether this machine has a card that Segue can use. Safe to ask anywhere: without a driver nothing of JCuda is loaded. */
public final class GpuSupport {
    /** Names the card to use, by its number from 0 on; the property {@code segue.gpu.device} goes before it. */
    public static final String DEVICE_VARIABLE = "SEGUE_GPU_DEVICE";

    private GpuSupport() {}

    /** Why not, one sentence; empty where it has. Asked for the first time on a machine with a card, this opens the card. */
    public static Optional<String> unavailableReason() {
        return Opened.REASON;
    }

    /** The card's name, as its maker gives it; empty where there is none. */
    public static Optional<String> cardName() {
        return unavailableReason().isPresent()
                ? Optional.empty()
                : Optional.of(Card.get().name());
    }

    static String wantedDevice() {
        String property = System.getProperty("segue.gpu.device");
        String variable = System.getenv(DEVICE_VARIABLE);
        return (property != null ? property : variable == null || variable.isBlank() ? "0" : variable).strip();
    }

    private static final class Opened {
        static final Optional<String> REASON = reason();

        private static Optional<String> reason() {
            Optional<String> against = Driver.reasonAgainst(wantedDevice());
            if (against.isPresent()) {
                return against;
            }
            try {
                Card.get();
                return Optional.empty();
            } catch (GpuException unusable) {
                return Optional.of(unusable.getMessage());
            }
        }
    }
}
