namespace OrleansContest.Events;

/// <summary>One live event of the cluster. Key: the event's id.</summary>
[Alias("OrleansContest.IEventGrain")]
public interface IEventGrain : IGrainWithStringKey, IEvent;
