package dev.windrose.platform;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SampleFlag {

    static final String NAME = "sample_feature";

    @Bean
    FeatureFlag sampleFeature() {
        return new FeatureFlag(NAME, "A feature of the tests.", false);
    }
}
