namespace OrleansContest.Channels;

/// <summary>The silo through which a call enters the cluster. Key: anything.</summary>
[Alias("OrleansContest.ISiloGrain")]
public interface ISiloGrain : IGrainWithStringKey
{
    /// <summary>The silo's address, in the form that relay keys have.</summary>
    Task<string> Address();
}
