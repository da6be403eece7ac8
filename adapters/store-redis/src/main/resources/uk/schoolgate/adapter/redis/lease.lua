-- Takes or renews a lease.
-- KEYS: lease.  ARGV: owner, life in ms
local owner = redis.call('GET', KEYS[1])
if owner == false or owner == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1
end
return 0
