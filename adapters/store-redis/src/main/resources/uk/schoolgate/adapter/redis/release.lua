-- Moves what is due from a waiting list onto its stream.
-- KEYS: waiting list, stream.  ARGV: now in ms, how many at most
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, member in ipairs(due) do
  local item = cjson.decode(member)
  redis.call('XADD', KEYS[2], '*', 'body', item.body, 'attempt', tostring(item.attempt),
    'refused', tostring(item.refused or 0), 'failed', tostring(item.failed or 0))
  redis.call('ZREM', KEYS[1], member)
end
return #due
