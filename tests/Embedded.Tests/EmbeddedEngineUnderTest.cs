using Microsoft.Extensions.Logging.Abstractions;
using OrleansContest.Channels;
using OrleansContest.Embedded;
using OrleansContest.Tests.Engine;

namespace OrleansContest.Tests.Embedded;

/// <summary>An embedded engine whose channels can be dropped from memory.</summary>
internal sealed class EmbeddedEngineUnderTest(EmbeddedEngine engine) : IEngineUnderTest
{
    public IChannels Channels => engine.Channels;

    public static async Task<EmbeddedEngineUnderTest> OpenAsync(EmbeddedOptions options) =>
        new(await EmbeddedEngine.OpenAsync(options, ChannelKinds.All, NullLogger.Instance, TimeProvider.System, default));

    public Task LoseMemoryAsync() => engine.ForgetAsync();

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
