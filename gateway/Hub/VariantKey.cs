namespace OrleansContest.Gateway.Hub;

/// <summary>What subscribers must have in common to be sent the same frames.</summary>
/// <param name="Dialect">The contract.</param>
/// <param name="Filter">What they want; null for everything.</param>
internal sealed record VariantKey(IDialect Dialect, IUpdateFilter? Filter);
