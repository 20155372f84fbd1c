package dev.windrose.journeys.track;

import dev.windrose.records.change.EraseAlso;
import java.util.Collection;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Events name no record that is gone for good. What a visitor did stays, told of nobody. */
@Configuration(proxyBeanMethods = false)
class ForgetErased {

    private record Forget(String recordType, String column, ErasedStore store) implements EraseAlso {

        @Override
        public void erasing(Collection<UUID> ids) {
            store.forget(column, ids);
        }
    }

    @Bean
    EraseAlso forgetErasedContacts(ErasedStore store) {
        return new Forget("contact", "contact_id", store);
    }

    @Bean
    EraseAlso forgetErasedCompanies(ErasedStore store) {
        return new Forget("company", "company_id", store);
    }

    @Bean
    EraseAlso forgetErasedDeals(ErasedStore store) {
        return new Forget("deal", "deal_id", store);
    }

    @Bean
    EraseAlso forgetErasedProducts(ErasedStore store) {
        return new Forget("product", "product_id", store);
    }
}
