using Orleans.Concurrency;
using OrleansContest.Channels;

namespace OrleansContest.Grains.Channels;

/// <inheritdoc cref="ISiloGrain"/>
[GrainType("silo")]
[StatelessWorker(1)]
internal sealed class SiloGrain(ILocalSiloDetails silo) : Grain, ISiloGrain
{
    public Task<string> Address() => Task.FromResult(silo.SiloAddress.ToParsableString());
}
