package dev.windrose.crm;

import dev.windrose.records.periods.KeptFields;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stages, states and owners are kept with their times. */
@Configuration(proxyBeanMethods = false)
class KeepStages {

    @Bean
    KeptFields periodsOfDeals() {
        return new KeptFields("deal", Set.of("stage", "owner_id"));
    }

    @Bean
    KeptFields periodsOfCompanies() {
        return new KeptFields("company", Set.of("customer_state", "owner_id"));
    }
}
