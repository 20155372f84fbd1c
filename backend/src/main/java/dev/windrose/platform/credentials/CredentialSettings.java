package dev.windrose.platform.credentials;

import dev.windrose.platform.settings.Setting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the keys of sealed passwords and tokens come from. */
@ConfigurationProperties("windrose.credentials")
record CredentialSettings(
        @Setting(
                value =
                        "Keys that seal stored passwords and tokens, `name:base64 of 32 bytes`, separated by commas; the last one seals. "
                                + "Needed where several processes share a database.",
                shownDefault = "the file `credentials.keys` in the data folder, made when the first value is stored")
        @Nullable
        String keys) {

    @Override
    public String toString() {
        return "CredentialSettings[keys=" + (keys == null ? "none" : "[secret]") + "]";
    }
}
