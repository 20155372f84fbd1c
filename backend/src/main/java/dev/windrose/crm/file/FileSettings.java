package dev.windrose.crm.file;

import dev.windrose.platform.settings.Setting;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where files are kept, and how large they may be. */
@ConfigurationProperties("windrose.files")
record FileSettings(
        @Setting("Largest file in megabytes; at most 100.") @DefaultValue("50")
        int megabytes,

        @Setting("Address of an S3-compatible object store that keeps files in place of the data folder.") @Nullable
        URI s3Endpoint,

        @Setting("Bucket in the object store.") @DefaultValue("windrose")
        String s3Bucket,

        @Setting("Region of the object store.") @DefaultValue("us-east-1")
        String s3Region,

        @Setting("Access key of the object store.") @Nullable
        String s3AccessKey,

        @Setting("Secret key of the object store.") @Nullable
        String s3SecretKey) {

    long bytes() {
        return (long) Math.clamp(megabytes, 1, 100) << 20;
    }
}
