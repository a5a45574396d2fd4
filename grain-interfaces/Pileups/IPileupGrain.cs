namespace OrleansContest.Pileups;

/// <summary>One pileup of the cluster. Key: the pileup's id.</summary>
[Alias("OrleansContest.IPileupGrain")]
public interface IPileupGrain : IGrainWithStringKey, IPileup;
