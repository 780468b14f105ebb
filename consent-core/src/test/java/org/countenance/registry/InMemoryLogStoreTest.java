package org.countenance.registry;

class InMemoryLogStoreTest implements LogStoreContract {

    @Override
    public LogStore store() {
        return new InMemoryLogStore("test.example/log", EMPTY);
    }
}
