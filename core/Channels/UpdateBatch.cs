namespace OrleansContest.Channels;

/// <summary>Consecutive updates of one channel, published together.</summary>
/// <param name="Channel">Whose updates.</param>
/// <param name="Epoch">The numbering they belong to.</param>
/// <param name="After">The number before the first of them; a reader that is not there has a hole to fill.</param>
/// <param name="Updates">In order, without gaps; may be empty, which only announces the position.</param>
public sealed record UpdateBatch(ChannelId Channel, string Epoch, long After, IReadOnlyList<Update> Updates)
{
    /// <summary>The number of the last of them.</summary>
    public long Last => After + Updates.Count;
}
