using System.Reflection;
using OrleansContest.Channels;
using OrleansContest.Contests;

namespace OrleansContest.Gateway.Tests.Contests;

/// <summary>A contest that answers what a test tells it to.</summary>
public class ScriptedContest : DispatchProxy
{
    private Func<string, object?[], object> script = null!;

    /// <param name="script">Gives the answer to a call by its name and arguments.</param>
    internal static IChannels Channels(Func<string, object?[], object> script)
    {
        var contest = Create<IContest, ScriptedContest>();
        ((ScriptedContest)(object)contest).script = script;
        return new OneContest(contest);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => script(targetMethod!.Name, args ?? []);

    private sealed class OneContest(IContest contest) : IChannels
    {
        public TChannel Get<TChannel>(string id)
            where TChannel : class, IChannel => (TChannel)contest;

        public IChannel Get(ChannelId channel) => contest;

        public Task<IReadOnlyList<string>> ListAsync(string kind, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>(["c"]);

        public Task<IAsyncDisposable> FollowAsync(ChannelId channel, IChannelObserver observer, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
