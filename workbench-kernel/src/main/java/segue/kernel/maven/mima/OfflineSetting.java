package segue.kernel.maven.mima;

import eu.maveniverse.maven.mima.context.Context;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import segue.kernel.maven.ResolutionFailure;

/** Whether {@code settings.xml} says {@code <offline>true</offline>}, the one setting that MIMA passes over. */
final class OfflineSetting {
    private OfflineSetting() {}

    static boolean isOn(Context context) throws ResolutionFailure {
        Properties system = new Properties();
        system.putAll(System.getProperties());
        System.getenv().forEach((name, value) -> system.setProperty("env." + name, value));
        DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
        request.setSystemProperties(system);
        Path user = context.mavenUserHome().settingsXml();
        request.setUserSettingsFile(user.toFile());
        if (context.mavenSystemHome() != null) {
            request.setGlobalSettingsFile(
                    context.mavenSystemHome().settingsXml().toFile());
        }
        try {
            return new DefaultSettingsBuilderFactory()
                    .newInstance()
                    .build(request)
                    .getEffectiveSettings()
                    .isOffline();
        } catch (SettingsBuildingException e) {
            throw new ResolutionFailure("Maven's settings cannot be read: " + e.getMessage());
        }
    }
}
