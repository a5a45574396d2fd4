using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace OrleansContest.Grains.Channels;

/// <summary>Places a grain on the silo that its key names before the slash.</summary>
[GenerateSerializer]
[Immutable]
internal sealed class SiloPlacement : PlacementStrategy
{
    public static SiloPlacement Instance { get; } = new();
}

/// <inheritdoc cref="SiloPlacement"/>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SiloPlacementAttribute() : PlacementAttribute(SiloPlacement.Instance);

/// <inheritdoc cref="SiloPlacement"/>
/// <remarks>Where that silo is gone, any silo takes the grain, which then sees for itself that it is not at home.</remarks>
internal sealed class SiloPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var key = target.GrainIdentity.Key.ToString()!;
        var silos = context.GetCompatibleSilos(target);
        var home = silos.FirstOrDefault(silo => key.StartsWith(silo.ToParsableString() + "/", StringComparison.Ordinal));
        return Task.FromResult(home ?? silos[0]);
    }
}
