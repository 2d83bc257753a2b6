package app.practice.practice;

import dev.tieout.LocalId;
import dev.tieout.model.ServiceItem;
import org.springframework.stereotype.Component;

/** What the firm sells, as the library sees it. */
@Component
class Services extends DocumentRecords<ServiceItem> {
    Services(Documents documents) {
        super(documents, Practice.SERVICE, ServiceItem.class);
    }

    @Override
    LocalId id(ServiceItem item) {
        return item.id();
    }

    @Override
    String name(ServiceItem item) {
        return item.name();
    }

    @Override
    ServiceItem withId(ServiceItem item, LocalId id) {
        return item.toBuilder().id(id).build();
    }

    @Override
    ServiceItem inactive(ServiceItem item) {
        return item.toBuilder().active(false).build();
    }
}
