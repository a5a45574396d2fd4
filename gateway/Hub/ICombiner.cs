using OrleansContest.Channels;

namespace OrleansContest.Gateway.Hub;

/// <summary>How channels of one kind are shown as one.</summary>
internal interface ICombiner
{
    /// <summary>The kind.</summary>
    string Kind { get; }

    /// <summary>One full state of several, as one JSON value.</summary>
    /// <param name="fulls">By the channels' names, in order.</param>
    ReadOnlyMemory<byte> Combine(IReadOnlyList<(string Channel, FullState Full)> fulls);

    /// <summary>The members that stand beside an update's data, in the combination.</summary>
    ReadOnlyMemory<byte> Beside(string channel, string epoch, Update update);
}
