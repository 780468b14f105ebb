/** The registry's records, log and decision: pure functions over bytes, instants and records. */
module org.countenance.core {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.util;

    exports org.countenance.base;
    exports org.countenance.words;
    exports org.countenance.json;
    exports org.countenance.scope;
    exports org.countenance.jws;
    exports org.countenance.record;
    exports org.countenance.tlog;
    exports org.countenance.registry;
    exports org.countenance.manifest;
    exports org.countenance.verify;
    exports org.countenance.report;
}
