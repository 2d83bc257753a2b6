package app.practice.web;

import dev.tieout.qbo.QuickBooks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where QuickBooks tells what changed. The signature is checked before anything is read. */
@RestController
class WebhookController {
    private final QuickBooks quickBooks;

    WebhookController(QuickBooks quickBooks) {
        this.quickBooks = quickBooks;
    }

    @PostMapping("/webhooks/quickbooks")
    ResponseEntity<Void> receive(
            @RequestHeader(name = "intuit-signature", required = false) String signature, @RequestBody byte[] body) {
        return ResponseEntity.status(quickBooks.webhooks().receive(signature, body).httpStatus())
                .build();
    }
}
