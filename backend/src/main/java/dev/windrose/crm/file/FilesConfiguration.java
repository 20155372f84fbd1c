package dev.windrose.crm.file;

import dev.windrose.platform.settings.ProcessSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files lie in the data folder, or in an object store where one is set. */
@Configuration(proxyBeanMethods = false)
class FilesConfiguration {

    @Bean
    FileContents fileContents(FileSettings settings, ProcessSettings process, Clock clock) {
        var endpoint = settings.s3Endpoint();
        if (endpoint == null) {
            return new DiskContents(process.folder().resolve("files"));
        }
        if (settings.s3AccessKey() == null || settings.s3SecretKey() == null) {
            throw new IllegalStateException(
                    "windrose.files.s3-endpoint needs windrose.files.s3-access-key and windrose.files.s3-secret-key.");
        }
        return new S3Contents(
                endpoint,
                settings.s3Bucket(),
                new SignRequest(settings.s3AccessKey(), settings.s3SecretKey(), settings.s3Region()),
                clock);
    }
}
