namespace OrleansContest.Channels;

/// <summary>Is told of a channel's updates.</summary>
public interface IChannelObserver
{
    /// <summary>Takes a batch. Must neither block nor throw: the caller waits for nobody.</summary>
    void Published(UpdateBatch batch);
}
