using OrleansContest.Channels;

namespace OrleansContest.Tests.Engine;

/// <summary>An engine that the contract suite may use, and lose.</summary>
public interface IEngineUnderTest : IAsyncDisposable
{
    IChannels Channels { get; }

    /// <summary>Forces every channel out of memory, the hard way where the engine has one. <see cref="Channels"/> works again afterwards.</summary>
    Task LoseMemoryAsync();
}
