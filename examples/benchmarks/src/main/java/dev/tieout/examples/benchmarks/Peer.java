package dev.tieout.examples.benchmarks;

import com.intuit.ipp.core.IEntity;
import com.intuit.ipp.data.IntuitResponse;
import com.intuit.ipp.exception.SerializationException;
import com.intuit.ipp.serialization.IEntitySerializer;
import com.intuit.ipp.serialization.SerializerFactory;
import java.nio.charset.StandardCharsets;

/** Reads answers as Intuit's own SDK does inside each call, from the bytes that came. */
final class Peer {
    private Peer() {}

    /** How many customers a query answer holds. */
    static int page(byte[] json) throws SerializationException {
        return response(json).getQueryResponse().getIntuitObject().size();
    }

    /** The customer in the answer to a read. */
    static IEntity single(byte[] json) throws SerializationException {
        return response(json).getIntuitObject().getValue();
    }

    private static IntuitResponse response(byte[] json) throws SerializationException {
        IEntitySerializer serializer = SerializerFactory.getSerializer(SerializerFactory.JSON_SERIALIZE_FORMAT);
        return (IntuitResponse) serializer.deserialize(new String(json, StandardCharsets.UTF_8), IntuitResponse.class);
    }
}
