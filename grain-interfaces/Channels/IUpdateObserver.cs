namespace OrleansContest.Channels;

/// <summary>A gateway's end of a relay.</summary>
[Alias("OrleansContest.IUpdateObserver")]
public interface IUpdateObserver : IGrainObserver
{
    /// <summary>Takes a batch; the relay sends the next when this is answered.</summary>
    Task Published(UpdateBatch batch);
}
