namespace OrleansContest.Channels;

/// <summary>Takes a channel's updates once they are durable and carries them to whoever follows.</summary>
public interface IUpdatePublisher
{
    /// <summary>Must neither block nor throw. Batches come in order.</summary>
    void Publish(UpdateBatch batch);
}
