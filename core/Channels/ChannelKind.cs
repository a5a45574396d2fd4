namespace OrleansContest.Channels;

/// <summary>How channels of one kind are put together, whatever engine hosts them.</summary>
/// <param name="name">The kind in a <see cref="ChannelId"/>.</param>
/// <param name="face">The kind's interface.</param>
public abstract class ChannelKind(string name, Type face)
{
    public string Name { get; } = name;

    public Type Face { get; } = face;

    /// <summary>Whether time alone changes something for good in it, so that an engine brings its channels back though nobody asks.</summary>
    public bool RunsByItself { get; init; }

    /// <summary>Starts running a channel. Nothing is read until the first call.</summary>
    public abstract HostedChannel Host(ChannelId id, RunnerPorts ports, RunnerOptions options);
}

/// <inheritdoc cref="ChannelKind"/>
/// <param name="name">The kind in a <see cref="ChannelId"/>.</param>
/// <param name="model">The kind's rules.</param>
/// <param name="open">Makes the kind's interface over a runner.</param>
public sealed class ChannelKind<TChannel, TState, TCommand, TEvent>(
    string name,
    IChannelModel<TState, TCommand, TEvent> model,
    Func<ChannelId, IChannelRunner<TState, TCommand>, TimeProvider, TChannel> open) : ChannelKind(name, typeof(TChannel))
    where TChannel : class, IChannel
{
    public override HostedChannel Host(ChannelId id, RunnerPorts ports, RunnerOptions options)
    {
        var runner = new ChannelRunner<TState, TCommand, TEvent>(id, model, ports, options);
        return new HostedChannel(
            open(id, runner, ports.Clock), () => runner.LastAsked, () => runner.IsVacant, () => runner.IsTicking, runner.DisposeAsync);
    }
}
